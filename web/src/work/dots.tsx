/** Three dots in the middle of a button behind which more can be done; those of a font stand on its line. */
export const Dots = () => (
  <svg aria-hidden="true" viewBox="0 0 16 16" fill="currentColor" className="size-4">
    {[3, 8, 13].map((x) => (
      <circle key={x} cx={x} cy={8} r={1.25} />
    ))}
  </svg>
);
