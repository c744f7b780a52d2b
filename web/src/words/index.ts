/**
 * Every text that a reader of the page sees, by area; `all.ts` lists the areas. A translation is another catalogue of the same
 * type. As a module rather than an object, so that the texts of a page load with the page: say `words.item`, and do not take
 * `words` apart by destructuring, or all of them load first.
 */
export * as words from './all.ts';
