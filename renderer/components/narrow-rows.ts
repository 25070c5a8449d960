/** Whether most rows of a list take two lines: below that width, as the style sheets have it. */
export const takeTwoLines = (): boolean => window.matchMedia('(max-width: 84rem)').matches;
