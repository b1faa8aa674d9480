package dev.keyplan.support.internal;

import java.util.concurrent.CountDownLatch;

/** Work that a thread of an executor may take over from the caller, if it gets to it in time. */
final class Helper implements Runnable {
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile /*@Nullable*/ Runnable work;
  private /*@Nullable*/ Thread thread;
  private boolean isBegun;
  private boolean isInterrupted;

  Helper(Runnable work) {
    this.work = work;
  }

  @Override
  public void run() {
    Runnable begun = work;
    if (begun != null && begin()) {
      try {
        begun.run();
      } finally {
        end();
      }
    }
  }

  private synchronized boolean begin() {
    if (isBegun) {
      return false;
    }
    isBegun = true;
    thread = Thread.currentThread();
    return true;
  }

  private synchronized void end() {
    thread = null;
    // An executor may keep one that never began: not what the call has read.
    work = null;
    if (isInterrupted) {
      // It was meant for this work, not for what the thread does next.
      Thread.interrupted();
    }
    ended.countDown();
  }

  /** Waits until it has ended; if it has not begun, it never will. */
  void await() throws InterruptedException {
    if (begin()) {
      end();
    } else if (ended.getCount() > 0) {
      // One that has ended is not waited for, which a thread that is interrupted could not.
      ended.await();
    }
  }

  /** Interrupts the thread that works, if there is one. */
  synchronized void interrupt() {
    if (thread != null) {
      isInterrupted = true;
      thread.interrupt();
    }
  }
}
