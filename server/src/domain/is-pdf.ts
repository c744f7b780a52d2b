const said = /^application\/pdf\s*(?:;|$)/i;
const beginning = Buffer.from('%PDF-', 'latin1');

/** Whether a file is a PDF both by what it is said to be and by how it begins: only such a one may be shown within the page. */
export const isPdf = ({ mediaType, content }: { mediaType: string; content: Buffer }): boolean =>
  said.test(mediaType) && content.subarray(0, beginning.length).equals(beginning);
