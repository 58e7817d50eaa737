import * as logger from "firebase-functions/logger";
import { defineBoolean, defineSecret, defineString, projectID } from "firebase-functions/params";
import * as v1 from "firebase-functions/v1";
import { beforeUserCreated, HttpsError } from "firebase-functions/v2/identity";
import { domainsOf, refusalOf } from "./signUp.js";
import { tellApi } from "./userDeleted.js";

const region = defineString("FUNCTIONS_LOCATION", {
  default: "europe-west1",
  description: "The Google Cloud region that the functions run in.",
});
const apiBaseUrl = defineString("API_BASE_URL", {
  description: "Where the API is, for example https://api.example.com",
  input: { text: { validationRegex: "^https?://[^/]+", validationErrorMessage: "An http or https address." } },
});
const hookSecret = defineSecret("MYBUDGET_HOOK_SECRET");
const signUpOpen = defineBoolean("SIGN_UP_OPEN", { default: true, description: "Whether anybody new may sign up." });
const signUpAllowedDomains = defineString("SIGN_UP_ALLOWED_DOMAINS", {
  default: "",
  description: "The domains whose addresses may sign up, with commas between; empty for all.",
});

/** Of the first generation: only that has a trigger for deleted users that is not a beta. Google repeats it for seven days. */
export const userDeleted = v1
  .region(region)
  .runWith({ failurePolicy: true, secrets: [hookSecret], timeoutSeconds: 60, memory: "256MB", maxInstances: 10 })
  .auth.user()
  .onDelete(async (user, context) => {
    const event = { projectId: projectID.value(), uid: user.uid, deletedAt: context.timestamp };
    const answer = await tellApi(apiBaseUrl.value(), hookSecret.value(), event);
    if (!answer.accepted) logger.error("The API refuses the deletion of a user.", { uid: user.uid, ...answer });
  });

/** Firebase gives it seven seconds; it asks nobody. Anonymous and custom sign-ins do not come by here. */
export const gateSignUp = beforeUserCreated({ region, memory: "256MiB", maxInstances: 10 }, (event) => {
  const policy = { open: signUpOpen.value(), allowedDomains: domainsOf(signUpAllowedDomains.value()) };
  const refusal = refusalOf(policy, event.data?.email);
  if (refusal) throw new HttpsError("permission-denied", refusal.message, { code: refusal.code });
});
