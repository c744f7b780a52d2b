/** CSS pixels: narrower, and a card says too little; and between two lanes. */
const [LEAST, GAP] = [200, 8];
/** How much of the first lane out of sight is seen, so that everybody sees that there is more. */
const PEEK = 0.4;

/** How wide each lane is where not all fit beside each other; null where they do, to share the room, and until the room is known. */
export function laneWidth(room: number, lanes: number): number | null {
  if (room <= 0 || lanes * (LEAST + GAP) - GAP <= room) return null;
  const whole = Math.max(1, Math.floor(room / (LEAST + GAP) - PEEK));
  return Math.floor((room - whole * GAP) / (whole + PEEK));
}
