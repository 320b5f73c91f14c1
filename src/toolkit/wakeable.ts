/** A wait that another part of the program can end. */
export class WakeableWait {
  #wake = () => {};

  /** Resolves after that many milliseconds, or when `wake` is called. */
  sleep(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Ends the current `sleep`, if there is one. */
  wake(): void {
    this.#wake();
  }
}
