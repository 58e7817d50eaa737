const never = { name: (_: string) => "", does: (_: string) => "" };

/** Each is named, and told what it does, with whose the other version is. */
export const decisions = {
  whose: (name: string | null, isMe: boolean) =>
    isMe ? "what is on your other device" : name === null ? "theirs" : `${name}'s`,
  changed: {
    mine: { name: (_: string) => "Keep yours", does: (others: string) => `Yours replaces ${others}, for everybody.` },
    theirs: { name: (others: string) => `Keep ${others}`, does: (_: string) => "Your change is given up." },
    both: {
      name: (_: string) => "Keep both as two entries",
      does: (others: string) => `Yours becomes a second entry beside ${others}.`,
    },
  },
  deletedThere: {
    mine: {
      name: (_: string) => "Bring it back",
      does: (_: string) => "It is there again for everybody, as you have it here.",
    },
    theirs: {
      name: (_: string) => "Leave it deleted",
      does: (_: string) => "Your change is given up, and it is gone here, too.",
    },
    both: never,
  },
  deletedHere: {
    mine: {
      name: (_: string) => "Delete it all the same",
      does: (_: string) => "It is deleted for everybody, with what was changed.",
    },
    theirs: {
      name: (_: string) => "Do not delete it",
      does: (_: string) => "It stays, with what was changed meanwhile.",
    },
    both: never,
  },
  refused: {
    mine: { name: (_: string) => "Try again", does: (_: string) => "It is sent once more, as it is." },
    theirs: {
      name: (_: string) => "Give it up",
      does: (_: string) => "It is taken back on this device; the server has nothing of it.",
    },
    both: never,
  },
};
