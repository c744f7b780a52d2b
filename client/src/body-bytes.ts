/** The bytes of an answer as they come. Not every browser can iterate over a body by itself. */
export async function* bodyBytes({ body }: Response): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body?.getReader();
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) yield read.value;
  } finally {
    // Whoever stops reading lets the server know.
    await reader?.cancel().catch(() => {});
  }
}
