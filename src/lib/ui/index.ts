/**
 * What a person sees. Screens get the app's state objects and callbacks for where to go next; they hold no business
 * logic and know nothing beneath `app`.
 */
export { Gate } from './boot';
export { DataScreen } from './data';
export { Frame } from './frame';
export { PortfolioScreen, readQuery, writeQuery, type Query } from './portfolio';
export { UpgradeScreen } from './upgrade';
