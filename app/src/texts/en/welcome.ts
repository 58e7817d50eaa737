export const welcome = {
  title: "MyBudget",
  promise: "Your household's money, on your own server, on every phone, offline too.",
  returning: "The sign-in on this device has ended. What you did is kept, and is sent once you are back.",
  email: "Email",
  password: "Password",
  passwordHint: "At least 10 characters. A few words are better than one strange one.",
  register: "Create an account",
  signIn: "Sign in",
  haveAccount: "I have an account",
  newHere: "I am new here",
  without: "Try without an account",
  withoutHint: "Everything stays on this device. You can take it along into an account later.",
};
