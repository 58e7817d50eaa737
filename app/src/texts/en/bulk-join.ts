/** Two entries that become one. */
export const bulkJoin = {
  title: "Merge two entries",
  apply: "Merge",
  as: {
    entry: "They have the same account and amount: one thing that was recorded twice.",
    transfer: "What left one account came into the other: one transfer between your accounts.",
  },
  hint: "The one that stays takes what it does not say itself from the other: payee, note, tags and what the bank said.",
  stays: "Stays",
  apart: {
    amounts: "Their amounts or accounts differ, so they cannot be the same.",
    signs: "In two accounts they are one only as a transfer, and both have the same sign.",
    parts: "A split is merged only with an entry that has the same amounts in the same accounts.",
    closed: "One of them is in a closed account.",
    sent: "Changes of these entries are not on the server yet. Merging needs them there: connect first.",
  },
  done: "Merged",
};
