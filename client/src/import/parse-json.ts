const longNumber = /\d{16}|e\+?\d{3}/i;

/**
 * Parses JSON without losing digits: a number that JavaScript cannot hold exactly (ids of 17 digits and more, `1e400`) comes
 * back as the text it was written as. Looking at every value makes parsing four times as slow, so only texts with long numbers pay.
 */
export function parseJson(text: string): unknown {
  return longNumber.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

/** Engines without the third argument (before 2024) keep the rounded number. */
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  const exact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
  return exact || String(value) === context.source ? value : context.source;
}
