/** A link out of the app: only to the web, in a new tab, telling nobody where from; any other text stays text. */
export function SafeLink({ to, children = to }: { to: string; children?: string }) {
  if (!/^https?:\/\//i.test(to)) return <>{children}</>;
  return (
    <a
      href={to}
      target="_blank"
      rel="noreferrer noopener"
      className="break-all text-accent underline underline-offset-2"
    >
      {children}
    </a>
  );
}
