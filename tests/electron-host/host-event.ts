/** The event object that listeners get first, as Electron's: it can be prevented, where that means something. */
export class HostEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** An event with details of its own as properties. */
export function eventWith<T extends object>(details: T): HostEvent & T {
  return Object.assign(new HostEvent(), details);
}
