import { domainToASCII } from "node:url";

export interface SignUpPolicy {
  open: boolean;
  /** Empty: any. */
  allowedDomains: readonly string[];
}

export interface Refusal {
  code: "sign-up-closed" | "email-required" | "domain-not-allowed";
  message: string;
}

/** Of a comma-separated setting. What is no domain stays in the list, as one that matches nobody: a slip does not let everybody in. */
export function domainsOf(setting: string): string[] {
  return setting.split(",").map((domain) => domain.trim()).filter((domain) => domain !== "").map(canonical);
}

/** Why a person may not sign up, or nothing. Without an address there is nobody to mail and nobody to invite. */
export function refusalOf(policy: SignUpPolicy, email: string | undefined): Refusal | undefined {
  if (!policy.open) return { code: "sign-up-closed", message: "Sign-up is closed." };
  const domain = email?.includes("@") ? canonical(email.slice(email.lastIndexOf("@") + 1)) : invalid;
  if (domain === invalid) return { code: "email-required", message: "An account needs an e-mail address." };
  if (policy.allowedDomains.length === 0 || policy.allowedDomains.includes(domain)) return undefined;
  return { code: "domain-not-allowed", message: "Addresses of this domain may not sign up." };
}

/** What domainToASCII makes of what is no domain. */
const invalid = "";

/** Lower case, and international names as they are in DNS. */
function canonical(domain: string): string {
  return domainToASCII(domain);
}
