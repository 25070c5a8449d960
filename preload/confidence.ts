/** From this confidence on a suggestion counts as sure; below, a person should look at it. */
export const sureConfidence = 0.8;
