import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { lazyPart } from "../../shell/lazy-screen.ts";
import { Screen } from "../../shell/screen.tsx";
import { NOBODY, user, users } from "../../state/device.ts";
import { joinCode } from "../../state/join.ts";
import { extraOf } from "../../state/server.ts";
import { enterLocally, logIn, register } from "../../state/sign-in.ts";
import { loadRest, texts } from "../../state/texts.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Remark } from "../../ui/remark.tsx";
import { Example } from "./example.tsx";
import { useExampleChoice } from "./example-choice.tsx";
import { type Faults, faultsOf } from "./faults.ts";
import { KnownHere } from "./known-here.tsx";
import { Languages } from "./languages.tsx";
import s from "./welcome.module.css";

const Forgotten = lazyPart(async () => {
  const [{ Forgotten }] = await Promise.all([import("./forgotten.tsx"), loadRest()]);
  return Forgotten;
});

const SecondStep = lazyPart(async () => {
  const [{ SecondStep }] = await Promise.all([import("./second-step.tsx"), loadRest()]);
  return SecondStep;
});

type Way = "register" | "signIn";

/** The first page: into a ledger within minutes, by an account, an account that is there, or none. */
export function Welcome() {
  const t = texts().welcome;
  const { route, path } = useLocation();
  const isReturning = user.value?.isSignedOut === true;
  const [way, setWay] = useState<Way>(isReturning ? "signIn" : "register");
  const [email, setEmail] = useState(user.value?.email ?? "");
  const [password, setPassword] = useState("");
  const [faults, setFaults] = useState<Faults>({});
  const [isForgotten, setForgotten] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [challenge, setChallenge] = useState("");

  const example = useExampleChoice();
  const along = { takesExample: example.isTaken };

  const go = () => {
    if (path === "/sign-in") route(joinCode.value === null ? "/" : `/join/${encodeURIComponent(joinCode.value)}`, true);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFaults({});
    const name = email.split("@")[0] || email;
    const answer =
      way === "register" ? await register(email, password, name, along) : await logIn(email, password, along);
    setBusy(false);
    const { challenge } = answer.ok ? {} : extraOf(answer);
    if (answer.ok) go();
    else if (challenge) setChallenge(`${challenge}`);
    else setFaults(faultsOf(answer, texts()));
  };

  return (
    <Screen name="welcome" title={t.title} narrow actions={<Languages />}>
      <form class={s.form} onSubmit={submit} noValidate>
        <p class={s.promise}>{isReturning ? t.returning : joinCode.value === null ? t.promise : t.signInFirst}</p>
        <TextField
          label={t.email}
          type="email"
          name="email"
          autocomplete="username"
          inputMode="email"
          autocapitalize="none"
          value={email}
          onText={setEmail}
          fault={faults.email}
          required
        />
        <TextField
          label={t.password}
          type="password"
          name="password"
          autocomplete={way === "register" ? "new-password" : "current-password"}
          value={password}
          onText={setPassword}
          hint={way === "register" ? t.passwordHint : undefined}
          fault={faults.password}
          required
        />
        {example.choice}
        {faults.other && <Remark look="fault">{faults.other}</Remark>}
        <Button type="submit" action={way === "register" ? "register" : "sign-in"} disabled={isBusy} wide>
          {way === "register" ? t.register : t.signIn}
        </Button>
        <Button look="text" action="other-way" onClick={() => setWay(way === "register" ? "signIn" : "register")} wide>
          {way === "register" ? t.haveAccount : t.newHere}
        </Button>
        {way === "signIn" && (
          <Button look="text" action="forgotten" onClick={() => setForgotten(true)} wide>
            {t.forgot}
          </Button>
        )}
        {!user.value && users.value.length > 0 && <KnownHere />}
        {!user.value && !users.value.some(({ id }) => id === NOBODY) && (
          <div class={s.without}>
            <p>{t.withoutHint}</p>
            <Button look="outlined" action="without-account" onClick={enterLocally} wide>
              {t.without}
            </Button>
            <Example />
          </div>
        )}
      </form>
      {challenge && <SecondStep challenge={challenge} along={along} onSignedIn={go} onClose={() => setChallenge("")} />}
      {isForgotten && <Forgotten email={email} onClose={() => setForgotten(false)} />}
    </Screen>
  );
}
