/** One at a time, in the order of asking. */
export class Lock {
  private last: Promise<unknown> = Promise.resolve();

  hold<R>(work: () => Promise<R>): Promise<R> {
    const mine = this.last.then(work, work);
    this.last = mine.catch(() => {});
    return mine;
  }
}
