/**
 * Goes to the part of the contract that a hint names, such as `outcome` or `criteria.c1.check`, and opens it for writing.
 * The page must show the contract already.
 */
export function jump(root: HTMLElement | null, part: string): void {
  const [field = ''] = part.split('.');
  const place = root?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  place?.scrollIntoView({ block: 'start' });
  const opener = place?.querySelector<HTMLElement>('[data-open]');
  opener?.focus();
  if (opener?.matches('button')) opener.click();
  else if (!opener) place?.querySelector<HTMLElement>('textarea, input')?.focus();
  // What was opened is drawn with the next frame.
  requestAnimationFrame(() => place?.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`)?.focus());
}
