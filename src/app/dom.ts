/** React for the browser, in a module of its own: it runs in a task of its own, before ours. */
export { createRoot, hydrateRoot } from 'react-dom/client'
