import './app/styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { speakAsPageSays } from './app/language';
import { askBeforeClosing } from './app/navigation';
import { measureScrollBar } from './app/scroll-bar';
import { allowInjectedStyles } from './app/style-nonce';
import { keepEscapeForVerdict } from './features/proof/verify-pack-store';

allowInjectedStyles();
measureScrollBar();
window.addEventListener('resize', measureScrollBar);
askBeforeClosing();
keepEscapeForVerdict();
const draw = (): void => {
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no element with the id "root".');
  createRoot(container).render(<App />);
};

// Not awaited here: that would move what other chunks share out of this one, and its styles before those of Mantine.
void speakAsPageSays().then(draw);
