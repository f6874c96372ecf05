export { CartPanel } from './CartPanel';
export { usePlayer } from './use-player';
