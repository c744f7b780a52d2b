import type { Rule, When } from '../rule.ts';

export const makeRule = (id: string, when: When, then: Rule['then'], because = 'It is so.'): Rule => ({
  id,
  when,
  then,
  because,
});
