/** What is wrong with something that was to be verified, in words for whoever must act on it. A value, not an exception. */
export type Problem = { problem: string };

export const isProblem = (answer: object): answer is Problem => 'problem' in answer;
