export type Look = 'picture' | 'link' | 'markdown' | 'diff' | 'pdf' | 'text' | 'file';

type Kept = { mediaType: string; text: string | null; isPdf: boolean };

/** Pictures that browsers draw without running anything in them. */
const pictures = /^image\/(?:png|jpeg|gif|webp|avif|svg\+xml|bmp|x-icon)\b/;
const isDiff = /^(?:diff --git |--- \S|Index: |@@ -\d)/m;

/** How evidence is shown, by what it is said to be, else by its name and how it begins. */
export function lookOf({ mediaType, text, isPdf }: Kept, name: string): Look {
  if (pictures.test(mediaType)) return 'picture';
  if (isPdf) return 'pdf';
  if (text === null) return 'file';
  if (mediaType.startsWith('text/uri-list') && /^\s*https?:\/\/\S+\s*$/i.test(text)) return 'link';
  if (/markdown/.test(mediaType) || /\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (/\bx-(?:diff|patch)\b/.test(mediaType) || /\.(?:diff|patch)$/i.test(name)) return 'diff';
  return mediaType.startsWith('text/plain') && isDiff.test(text.slice(0, 2_000)) && /^[+-]/m.test(text)
    ? 'diff'
    : 'text';
}
