/** Whether most rows of a list take two lines: up to a width of the window, as the list's style sheet has it. */
export const takeTwoLines = (upTo: '84rem' | '112rem'): boolean => window.matchMedia(`(max-width: ${upTo})`).matches;
