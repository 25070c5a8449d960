import { create } from 'zustand';

/** A section of the user guide: a file and, in it, a heading's anchor; or the section that explains an error's code. */
export type HelpPlace = { file?: string; anchor?: string } | { code: string };

/** The guide is written in one language, whatever that of the window is. */
export const guideLanguage = 'en';

interface HelpState {
  opened: boolean;
  place: HelpPlace;
}

export const useHelp = create<HelpState>(() => ({ opened: false, place: {} }));

/**
 * Opens the guide, at a place or where it was left, beside the page, which stays as it is: a form that is being filled in
 * is not left. Who asks for the guide itself is past the error that it explained before.
 */
export const showHelp = (place?: HelpPlace): void =>
  useHelp.setState(({ place: before }) => ({ opened: true, place: place ?? ('code' in before ? {} : before) }));

export const closeHelp = (): void => useHelp.setState({ opened: false });
