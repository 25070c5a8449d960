export const storeProblem = {} as const;
