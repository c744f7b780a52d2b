export type Fence = { line: number; language: string; code: string; closed: boolean };
type Link = { line: number; target: string; text: string; picture: boolean };
export type Document = { anchors: Set<string>; fences: Fence[]; links: Link[] };

const opening = /^ {0,3}(`{3,}|~{3,})\s*([^\s`]*)/;
const reference = /(!?)\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)/g;

/** Reads what can be checked in a Markdown text: its headings as anchors, its fences, its links and pictures. */
export function readMarkdown(text: string): Document {
  const document: Document = { anchors: new Set(), fences: [], links: [] };
  let open: (Fence & { mark: string }) | null = null;
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    const [, mark = '', language = ''] = opening.exec(content) ?? [];
    if (open) {
      const closes = mark.startsWith(open.mark) && language === '';
      open.closed = closes;
      if (closes) open = null;
      else open.code += `${content}\n`;
    } else if (mark) {
      open = { mark, line, language, code: '', closed: false };
      document.fences.push(open);
    } else {
      readLine(document, content, line);
    }
  }
  return document;
}

function readLine(document: Document, content: string, line: number): void {
  const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/.exec(content)?.[1];
  if (heading) document.anchors.add(anchorOf(heading, document.anchors));
  // What stands in back-ticks is shown, not followed.
  for (const [, bang, text = '', target = ''] of content.replaceAll(/`[^`]*`/g, '').matchAll(reference)) {
    document.links.push({ line, target, text, picture: bang === '!' });
  }
}

/** The anchor that a heading gets on the usual hosts; a second one of the same words is numbered. */
function anchorOf(heading: string, taken: ReadonlySet<string>): string {
  const plain = heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
  let anchor = plain;
  for (let number = 1; taken.has(anchor); number += 1) anchor = `${plain}-${number}`;
  return anchor;
}
