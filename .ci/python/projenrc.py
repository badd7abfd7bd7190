"""The twin of declaration.ts: the same projects, line by line."""
from projen.github import CheckoutSubmodules
from projen.github.workflows import (
    ContainerOptions, Job, JobCallingReusableWorkflow, JobMatrix, JobPermission as Access, JobPermissions, JobStep, JobStrategy,
)
from projen.python import PythonProject
from projen_tag_build import (
    AzureAuthentication, AzureSigningOptions, BuildJob, Credential, Dependency, DocSection, FollowUp, GithubAppClientId, GithubAppPrivateKey, GuardOptions,
    JobPermission, NeededJob, Notarization, Platform, PlatformOptions, PublishTarget, ReadmeOptions, RehearseOptions, ReleaseFlag, ReleaseNotes, ReleaseOptions,
    Repository, RetryOptions, Secret, Setup, SetupDocOptions, Signing, SmokeTestOptions, TagBuild, TagBuildProject, TroubleshootingRow, Updater,
    VersionMode, VersionOptions, VersionText,
)

# Nothing lies beside the declaration.
NO_APP = {"tool-file-missing": "no app", "updater-misled": "no app", "version-missing": "no app", "notes-file-missing": "no app"}


def studio(suite):
    app = Credential.github_app(client_id=GithubAppClientId(variable="READER_CLIENT_ID"), private_key=GithubAppPrivateKey(secret="READER_KEY"))
    tap = Secret.required(secret="TAP_TOKEN", purpose="pushes to acme/homebrew-tap")
    crash_reports = Secret.optional(
        secret="SENTRY_TOKEN", env_name="SENTRY_AUTH_TOKEN", without="Crash reports have no names of functions.", env_without={"SENTRY_SKIP": "1"},
    )
    licence = Secret.required_group("Licence", secrets=["LICENCE_USER", "LICENCE_KEY"], purpose="the packager", env={"PACKAGER_KEY": "LICENCE_KEY"})
    maps = Secret.optional_group("Maps", secrets=["MAPS_USER", "MAPS_KEY"], without="There are no maps.", env_without={"NO_MAPS": "1"})
    self = Repository.self(path="studio", submodules=CheckoutSubmodules.RECURSIVE, fetch_depth=0, lfs=True, with_={"set-safe-directory": "false"})
    engine = Repository.github("acme/engine", path="engine", ref="release/2.x", credential=Credential.token(secret="ENGINE_TOKEN"))
    build = TagBuild(
        suite, "studio",
        title="Studio",
        tags=["v*.*.*", "!v0.*"],
        repositories=[
            self,
            engine,
            Repository.github("acme/fonts", match_tag=True, credential=Credential.workflow_token()),
            Repository.github("acme/assets", credential=Credential.deploy_key(secret="ASSETS_KEY"), platforms=["linux-x64"]),
            Repository.github("acme/plugins", credential=app),
        ],
        setup=[Setup.node("22", with_={"check-latest": "true"})],
        prepare=[JobStep(name="Install", run="npm ci")],
        pre_install_steps=[JobStep(name="Look at the clock", run="date -u")],
        pre_build_steps=[JobStep(name="Look around", if_="${{ runner.debug == '1' }}", run="env | sort")],
        post_build_steps=[JobStep(name="Tidy up", if_="always()", run="./tidy.sh", continue_on_error=True, env={"EVERYTHING": "yes"})],
        secrets=[licence],
        timeout_minutes=60,
        retention_days=7,
        guard=GuardOptions(runs_on=["ubuntu-24.04-arm"], runner_group="Gate keepers"),
        version=VersionOptions(env=True),
        rehearsal=True,
        rehearse=RehearseOptions(pull_requests=True, branches=["main"], schedule="weekly", platforms=["linux-x64"], watch="daily", watch_issue=True),
        needs=[NeededJob(job="core", path="studio/lib", platforms=["linux-x64"])],
        platforms=[
            Platform.linux_x64(
                run=["npm run package"], artifacts=["out/*.AppImage"], env={"CHANNEL": "stable"},
                container=ContainerOptions(image="acme/builder:1", env={"TZ": "UTC"}),
            ),
            Platform.windows_x64(
                run=["npm run package"],
                artifacts=["out/*.exe"],
                environment="signing",
                secrets=[crash_reports, maps],
                job_env={"TILES": "256"},
                pre_build_steps=[JobStep(name="Draw the maps", if_=maps.is_set, run="./maps.sh")],
                retry=RetryOptions(reason="The licence server sleeps.", attempts=2),
                smoke_test=SmokeTestOptions(run="out/studio.exe --version", timeout_seconds=30),
                signing=[Signing.azure(publisher="Acme Ltd", authentication=AzureAuthentication.OIDC)],
                timeout_minutes=90,
            ),
            Platform.macos_arm64(
                run=["npm run package"],
                artifacts=["out/*.dmg", "out/*.zip"],
                signing=[Signing.electron_builder_mac(team_id="ABCDE12345", notarization=Notarization.APPLE_ID)],
                allowed_to_fail="The certificate is new.",
            ),
        ],
        jobs=[
            BuildJob.of(
                "core",
                title="Core",
                repositories=[engine],
                platforms=[Platform.linux_x64(run=["make"], artifacts=["lib/**"])],
                handed_on=True,
            ),
            BuildJob.of("packages", repositories=[self], platforms=[Platform.linux_arm64(run=["npm pack"], artifacts=["*.tgz"])], retention_days=90),
        ],
        release=ReleaseOptions(asset_name="{name}-{version}{ext}", checksums=True, manifest=True),
        publish=[
            PublishTarget.github_release(
                notes=ReleaseNotes.generated(commits=True),
                prerelease=ReleaseFlag.AUTO,
                discussion_category="Announcements",
                updater=Updater.electron_builder(platforms=["linux-x64", "windows-x64"]),
                attest=True,
            ),
            PublishTarget.github_release(
                repository="acme/studio-releases", credential=app, title="Studio {version}", latest=ReleaseFlag.NEVER,
                notes=ReleaseNotes.text("What is new in {version}"),
            ),
            PublishTarget.npm(package="@acme/studio", environment="npm"),
            PublishTarget.steps(
                "homebrew",
                after_release=True,
                secrets=[tap],
                permissions=[JobPermission(permission="id-token", access=Access.WRITE, reason="prove who writes")],
                environment="tap",
                steps=[JobStep(name="Write the formula", run="./formula.sh", env={"TAP_TOKEN": "${{ secrets.TAP_TOKEN }}"})],
            ),
            FollowUp.workflow(repository="acme/website", workflow="release.yml", credential=app, inputs={"version": "{version}"}),
        ],
        setup_doc=SetupDocOptions(
            path="docs/how to.md",
            sections=[DocSection(id="who-to-ask", heading="Whom to ask", body="The desktop team.", after="trigger")],
            drop=["checklist"],
            troubleshooting=[TroubleshootingRow(message="The studio is asleep", cause="Somebody closed the lid.", cure="Open it.")],
        ),
        readme=ReadmeOptions(heading="Installers"),
        ignore={"updater-platform-may-fail": "macOS has no updates yet"},
    )
    outputs = build.guard_outputs
    build.workflow.add_job("announce", Job(
        name="Announce",
        needs=[build.guard_job_id, *build.build_job_ids, *build.publish_job_ids],
        runs_on=["ubuntu-24.04"],
        permissions=JobPermissions(),
        timeout_minutes=5,
        steps=[JobStep(
            name="Announce",
            run="./announce.sh",
            env={
                "COMMIT": build.commit_of(engine),
                "STEPS": " ".join(build.step_ids(build.guard_job_id)),
                "REAL": outputs.real,
                "TAG": outputs.tag,
                "NAME": outputs.name,
                "VERSION": outputs.version,
                "PRERELEASE": outputs.prerelease,
            },
        )],
    ))
    build.workflow.add_job("checks", JobCallingReusableWorkflow(
        uses="./.github/workflows/checks.yml",
        needs=[build.guard_job_id],
        with_={"suite": "${{ matrix.suite }}", "coverage": True},
        secrets={"licence": "${{ secrets.LICENCE_KEY }}"},
        permissions=JobPermissions(contents=Access.READ),
        strategy=JobStrategy(matrix=JobMatrix(domain={"suite": ["unit", "browser"]}), fail_fast=False),
    ))
    build.wait_for("announce", "checks")
    build.rehearsal_workflow.file.add_override("jobs.guard.timeout-minutes", 3)
    build.watch_workflow.file.add_override("jobs.guard.timeout-minutes", 4)


def player(suite):
    updates = Signing.tauri_updater(password=False, secrets={"TAURI_SIGNING_PRIVATE_KEY": "PLAYER_KEY"})
    run = ["npx tauri build"]
    bundle = "src-tauri/target/release/bundle"
    TagBuild(
        suite, "player",
        tags=["player-v*"],
        working_directory="player",
        ignore=NO_APP,
        version=VersionOptions(files=["package.json"], texts=[VersionText(path="version.txt", line="version {version}")], mode=VersionMode.STAMP),
        platforms=[
            Platform.macos_x64(run=run, artifacts=[f"{bundle}/macos/*.app.tar.gz", f"{bundle}/dmg/*.dmg"], signing=[Signing.tauri_mac(), updates]),
            Platform.windows_arm64(run=run, artifacts=[f"{bundle}/nsis/*-setup.exe"], signing=[Signing.tauri_windows(without="SmartScreen warns."), updates]),
        ],
        publish=[
            PublishTarget.github_release(
                repository="acme/player-releases",
                credential=Credential.token(secret="PLAYER_TOKEN"),
                notes=ReleaseNotes.changelog(path="CHANGELOG.md"),
                updater=Updater.tauri(),
                latest=ReleaseFlag.ALWAYS,
            ),
        ],
    )
    TagBuild(
        suite, "extras",
        tags=["extras-v*"],
        ignore=NO_APP,
        platforms=[
            Platform.macos_arm64(run=["make forge"], artifacts=["out/forge.dmg"], signing=[Signing.electron_forge_mac()]),
            Platform.macos_x64(run=["make app"], artifacts=["out/app.dmg"], signing=[Signing.codesign(title="Developer ID")]),
            Platform.windows_x64(run=["make forge"], artifacts=["out/forge.exe"], signing=[Signing.electron_forge_windows()]),
            Platform.windows_arm64(
                run=["make app"],
                artifacts=["out/app.exe", "out/feed.json"],
                signing=[Signing.electron_builder_windows(title="Certificate of the app", publisher="Acme Ltd")],
            ),
        ],
        publish=[
            PublishTarget.github_release(
                repository="acme/extras-releases",
                credential=Credential.token(secret="EXTRAS_TOKEN"),
                notes=ReleaseNotes.file("notes.md", commits=True),
                updater=Updater.files(files=["feed.json"], hold_version=False),
            ),
        ],
    )


def tools(suite):
    leg = {"run": ["make"], "artifacts": ["out/*"]}
    TagBuild(
        suite, "tools",
        tags=["tools-v*"],
        ignore=NO_APP,
        repositories=[Repository.self(path="tools")],
        dependencies=[
            Dependency.github("acme/lib", credential=Credential.token(secret="LIB_TOKEN")),
            Dependency.npm_registry(registry="https://npm.acme.dev/", scope="@acme", secret="NPM_READ_TOKEN", package="@acme/ui"),
            Dependency.cargo_registry(name="acme", index="sparse+https://cargo.acme.dev/index/", secret="CARGO_READ_TOKEN"),
        ],
        prepare=[JobStep(name="Fetch", run="make fetch")],
        setup=[Setup.ssh_known_hosts("git.acme.dev ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJfSRHvJmBAeEAQ0G1bB5Qj0CeR9bN4sS9QZm1sBvUq7")],
        platforms=[
            Platform.linux_x64(
                **leg, setup=[Setup.node("22"), Setup.yarn("1.22.22"), Setup.rust("1.91.0", targets=["aarch64-unknown-linux-gnu"]), Setup.apt(["rpm"])],
            ),
            Platform.linux_arm64(**leg, setup=[Setup.node_from(".nvmrc"), Setup.pnpm("10.28.1"), Setup.rust_from("rust-toolchain.toml"), Setup.zig("0.15.2")]),
            Platform.windows_x64(
                **leg, setup=[Setup.node("22"), Setup.npm("11.6.2"), Setup.python("3.13"), Setup.winget(["WiXToolset.WiXToolset"]), Setup.cmake("4.0.3")],
            ),
            Platform.windows_arm64(**leg, setup=[Setup.python_from(".python-version"), Setup.choco(["nsis=3.10.0"]), Setup.dotnet("9.0.x")]),
            Platform.macos_arm64(
                **leg, setup=[Setup.brew(["create-dmg"]), Setup.cask(["wine-stable"]), Setup.go("1.25"), Setup.ruby("3.4"), Setup.flutter("3.35.0")],
            ),
            Platform.macos_x64(**leg, setup=[Setup.go_from("go.mod"), Setup.ruby_from(".ruby-version"), Setup.bun("1.3.0"), Setup.deno("2.5.0"), Setup.uv("0.9.2")]),
            Platform.of(
                "lab",
                **leg,
                runs_on=["self-hosted", "linux"],
                runner_group="lab",
                setup=[Setup.java("21", distribution="zulu"), Setup.gradle_wrapper(), Setup.bun_from(".bun-version"), Setup.deno_from(".deno-version"), Setup.uv_from("uv.toml")],
            ),
            Platform.of(
                "attic",
                **leg,
                runs_on=["self-hosted", "linux"],
                setup=[
                    Setup.java_from(".java-version"), Setup.dotnet_from("global.json"), Setup.flutter_from("pubspec.yaml"),
                    Setup.of(JobStep(name="Set up the signing tool", id="tool", run="./tool.sh")),
                ],
            ),
        ],
    )


suite = PythonProject(name="suite", module_name="suite", author_name="Acme", author_email="suite@acme.dev", version="0.1.0")
studio(suite)
player(suite)
tools(suite)
plain = TagBuildProject(name="plain", outdir="plain")
TagBuild(plain, "plain", platforms=[Platform.linux_x64(run=["make"], artifacts=["out/*"])])
suite.synth()
plain.synth()
