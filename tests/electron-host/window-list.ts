/** As much of a window as the application itself needs. */
export interface ClosableWindow {
  /** Closes it as a user does; whether it closed. */
  tryToClose(): Promise<boolean>;
}

/** All windows that are open. */
export const windows = new Set<ClosableWindow>();
