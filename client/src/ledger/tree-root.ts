import { emptyTree, growTree, treeRootOf } from './growing-tree.ts';
import { type Digest, hashLeaf } from './tree-hash.ts';

/** The Merkle root (RFC 6962) over lines of text, each line without its newline being one leaf. Keeps no line. */
export async function treeRoot(lines: AsyncIterable<string> | Iterable<string>): Promise<Digest> {
  let tree = emptyTree;
  let batch: Promise<Digest>[] = [];
  for await (const line of lines) {
    batch.push(hashLeaf(line));
    if (batch.length < 256) continue;
    tree = await growTree(tree, await Promise.all(batch));
    batch = [];
  }
  return treeRootOf(await growTree(tree, await Promise.all(batch)));
}
