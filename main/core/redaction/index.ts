export { type Kind, PseudonymTable } from './table';
