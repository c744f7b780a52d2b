import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import { memo } from 'react';

/** Headings of the text stand below those of the page. */
const BELOW = 3;
const marked = new Marked({
  gfm: true,
  breaks: true,
  walkTokens(token) {
    if (token.type === 'heading') token['depth'] = Math.min(6, Number(token['depth']) + BELOW);
  },
});

/** Links lead outside and tell nobody where from; nothing else of the text acts. */
DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noreferrer noopener');
});

const allowed = {
  ALLOWED_TAGS:
    'p br hr h1 h2 h3 h4 h5 h6 strong em del code pre blockquote ul ol li input table thead tbody tr th td a'.split(
      ' ',
    ),
  ALLOWED_ATTR: 'href title align start type checked disabled target rel'.split(' '),
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#)/i,
  RETURN_TRUSTED_TYPE: true,
};

/** Text that somebody wrote in Markdown, as a page shows it: never run, without pictures, styles or forms of its own. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  const html = marked.parse(text, { async: false });
  // What is given back is a TrustedHTML of the sanitiser's own policy: the only HTML that this page takes.
  const safe = DOMPurify.sanitize(html, allowed);
  return <div className="markdown" dangerouslySetInnerHTML={{ __html: safe }} />;
});
