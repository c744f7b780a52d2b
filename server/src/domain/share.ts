/** Sharing single items with guests: how far each of them may go with an item. */
export const mays = ['view', 'comment', 'work'] as const;
export type May = (typeof mays)[number];

/** Whether a share allows what another would: whoever may work may comment, whoever comments sees. */
export const reaches = (share: May | undefined, wanted: May): boolean =>
  share !== undefined && mays.indexOf(share) >= mays.indexOf(wanted);

/** The furthest that any of somebody's shares goes. */
export const furthest = (shares: Readonly<Record<string, May>>): May | undefined =>
  mays.findLast((may) => Object.values(shares).includes(may));
