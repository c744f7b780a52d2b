import type { CallOptions } from './send.ts';

type Page<Item> = { items: Item[]; next: string | null };

/** All items of a list, page after page: `for await (const item of paged(client.item.list, { state: 'ready' }))`. */
export async function* paged<Input extends { cursor?: string | undefined } | undefined, Item>(
  list: (input: Input, options?: CallOptions) => Promise<Page<Item>>,
  input: NonNullable<NoInfer<Input>>,
  options?: CallOptions,
): AsyncGenerator<Item, void, undefined> {
  let cursor = input.cursor;
  do {
    const page = await list(cursor === undefined ? input : { ...input, cursor }, options);
    yield* page.items;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
