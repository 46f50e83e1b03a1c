/// <reference types="vite/client" />
import './jitless';
import 'inter-ui/inter-variable-latin.css';
import '@fontsource/jetbrains-mono/latin-400.css';
import '@fontsource/jetbrains-mono/latin-600.css';
import './theme/tokens.css';
import './theme/contrast.css';
import './theme/base.css';
import i18next from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { listen } from './actions/listen';
import { readSettings } from './actions/settings';
import { App } from './app';
import { setUpTexts } from './texts/setup';

const start = async (root: HTMLElement): Promise<void> => {
  setUpTexts('en');
  if (window.cpq === undefined) {
    root.textContent = i18next.t('noBridge');
    return;
  }
  await readSettings();
  listen();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
};

const root = document.getElementById('root');
if (root !== null) void start(root);
