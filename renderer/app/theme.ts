import {
  ActionIcon,
  Autocomplete,
  Button,
  Combobox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  InputBase,
  InputWrapper,
  type MantineColorsTuple,
  Menu,
  Modal,
  MultiSelect,
  Select,
  Tooltip,
} from '@mantine/core';
import { inMainPart, listHeight, listWithinWindow } from '../components/floating';
import { textsOf } from '../texts';

const t = textsOf('components');

/** Deep teal, the one accent. */
const accent: MantineColorsTuple = [
  '#e6f3f2',
  '#cfe7e5',
  '#a3d2cf',
  '#74bcb7',
  '#4da8a2',
  '#2b938d',
  '#14807b',
  '#0d6663',
  '#0a5452',
  '#063f3e',
];

/** Neutral and strong: buttons that can't be undone, which must not borrow the red of production and failure. */
const ink: MantineColorsTuple = [
  '#f3f4f4',
  '#e2e5e5',
  '#c4caca',
  '#a3abab',
  '#7f8989',
  '#727c7d',
  '#687273',
  '#353b3b',
  '#242929',
  '#171a1a',
];

const red: MantineColorsTuple = [
  '#fdecea',
  '#f9d4d0',
  '#f2ada6',
  '#ea857c',
  '#e0645a',
  '#d14940',
  '#c0392b',
  '#b3261e',
  '#931c16',
  '#6f130f',
];

const gray: MantineColorsTuple = [
  '#f7f8f8',
  '#f0f2f2',
  '#e6e9e9',
  '#dde1e1',
  '#c8cdcd',
  '#a9b0b0',
  '#868e8e',
  '#5a6262',
  '#363c3c',
  '#1c2020',
];

const dark: MantineColorsTuple = [
  '#e3e6e6',
  '#b9c0c1',
  '#a0a8aa',
  '#737b7e',
  '#3b4043',
  '#303537',
  '#26292b',
  '#1b1d1f',
  '#151718',
  '#0f1011',
];

const overlayProps = { backgroundOpacity: 0.4 };

// A dialog's head is not the head of the page: two of them may be open, one upon the other.
const dialogAttributes = { header: { role: 'presentation' } };

// Controls are as high as the rows that hold them.
const controlHeight = (size: unknown) => (size === 'sm' ? { '--button-height': '2rem' } : {});

// White on a shade of ink that is seen on a dark page would look as if the button were switched off.
const inkVariables = {
  '--button-bg': 'var(--tick-ink)',
  '--button-hover': 'var(--tick-ink-hover)',
  '--button-color': 'var(--tick-on-ink)',
};

// That there is more of a list is seen before anybody scrolls it.
const listProps = { maxDropdownHeight: listHeight('14rem'), scrollAreaProps: { type: 'auto' } } as const;

/** The look of Mantine's components, and the few words that they show by themselves. */
export const createWindowTheme = () =>
  createTheme({
    primaryColor: 'accent',
    primaryShade: { light: 7, dark: 6 },
    colors: { accent, ink, red, gray, dark },
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
    lineHeights: { xs: '1.35', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.4' },
    spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
    defaultRadius: 'sm',
    radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
    headings: { fontWeight: '600' },
    respectReducedMotion: true,
    cursorType: 'pointer',
    components: {
      Button: Button.extend({
        defaultProps: { size: 'sm' },
        vars: (_theme, { size, color, variant = 'filled' }) => ({
          root: { ...controlHeight(size), ...(color === 'ink' && variant === 'filled' && inkVariables) },
        }),
      }),
      ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
      Combobox: Combobox.extend({ defaultProps: { middlewares: listWithinWindow } }),
      Autocomplete: Autocomplete.extend({ defaultProps: listProps }),
      MultiSelect: MultiSelect.extend({ defaultProps: listProps }),
      Select: Select.extend({ defaultProps: { ...listProps, checkIconPosition: 'right' } }),
      Drawer: Drawer.extend({
        defaultProps: {
          overlayProps,
          attributes: dialogAttributes,
          closeButtonProps: { 'aria-label': t('close') },
        },
      }),
      InputBase: InputBase.extend({ defaultProps: { size: 'sm' } }),
      InputWrapper: InputWrapper.extend({ defaultProps: { size: 'sm' } }),
      Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false } }),
      Menu: Menu.extend({
        // The placeholder would take the focus inside the menu without being one of its items.
        defaultProps: {
          shadow: 'md',
          position: 'bottom-end',
          portalProps: inMainPart,
          middlewares: listWithinWindow,
          withInitialFocusPlaceholder: false,
        },
      }),
      Modal: Modal.extend({
        defaultProps: {
          overlayProps,
          attributes: dialogAttributes,
          transitionProps: { duration: 100 },
          closeButtonProps: { 'aria-label': t('close') },
        },
      }),
    },
  });

/** Mantine's own names, pointed at the tokens of `styles.css`, so that both speak of the same colours. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--tick-surface)',
    '--mantine-color-text': 'var(--tick-text)',
    '--mantine-color-dimmed': 'var(--tick-text-dimmed)',
    '--mantine-color-placeholder': 'var(--tick-text-dimmed)',
    '--mantine-color-error': 'var(--tick-danger-text)',
    '--mantine-color-anchor': 'var(--tick-accent-text)',
    '--mantine-color-default': 'var(--tick-surface-raised)',
    '--mantine-color-default-hover': 'var(--tick-hover)',
    '--mantine-color-default-color': 'var(--tick-text)',
    '--mantine-color-default-border': 'var(--tick-border-control)',
  };
  return { variables: {}, light: shared, dark: shared };
};
