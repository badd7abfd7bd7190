import type { SigningScene } from './scene';

/** One answer of `xcrun`. */
export interface Answer {
  readonly out?: string;
  readonly err?: string;
  readonly code?: number;
}

export const ID = '2efe2717-52ef-43a5-96dc-0797e4ca1041';

/** What notarytool prints of a verdict: it ends well with each of them. */
export function verdict(status: string): Answer {
  return { out: `${JSON.stringify({ id: ID, status, message: 'Processing complete' })}\n` };
}

/** As Apple writes it. */
export const LOG = `{
  "logFormatVersion": 1,
  "jobId": "${ID}",
  "status": "Invalid",
  "statusSummary": "Archive contains critical validation errors",
  "statusCode": 4000,
  "archiveFilename": "App.zip",
  "uploadDate": "2026-11-20T10:11:12.131Z",
  "sha256": "f012735a6d53b17082c088627da4249c9988111d17e7a90c49aa64ebc6bae22e",
  "ticketContents": null,
  "issues": [
    {
      "severity": "error",
      "code": null,
      "path": "App.zip/App.app/Contents/MacOS/App",
      "message": "The signature of the binary is invalid.",
      "docUrl": "https://developer.apple.com/documentation/security/notarizing_macos_software_before_distribution/resolving_common_notarization_issues#3087735",
      "architecture": "arm64"
    },
    {
      "severity": "error",
      "code": null,
      "path": "App.zip/App.app/Contents/Helpers/a \\"b\\"",
      "message": "The executable does not have the hardened runtime enabled.",
      "docUrl": null,
      "architecture": "arm64"
    }
  ]
}
`;

/** What fails on Apple's side or on the way, as notarytool prints it. */
export const PASSING: readonly string[] = [
  'Error: HTTPError(statusCode: nil, error: Error Domain=NSURLErrorDomain Code=-1009 "The Internet connection appears to be offline." UserInfo={_kCFStreamErrorCodeKey=50})',
  'Error: HTTPError(statusCode: nil, error: Error Domain=NSURLErrorDomain Code=-1001 "The request timed out." UserInfo={_kCFStreamErrorCodeKey=60})',
  'Error: HTTPError(statusCode: nil, error: Error Domain=NSURLErrorDomain Code=-1005 "The network connection was lost." UserInfo={})',
  'Error: HTTPClientError.connectTimeout',
  'Error: MultipartUploadError(error: HTTPClientError.readTimeout, completedParts: [])',
  'Error: abortedUpload(resumeRequest: SotoS3.S3.ResumeMultipartUploadRequest(uploadRequest: SotoS3.S3.CreateMultipartUploadRequest(acl: nil)), error: HTTPClientError.deadlineExceeded)',
  'Error: The operation couldn’t be completed. (Network.NWError error 54 - Connection reset by peer)',
  'Error: invalidJSONResponse(statusCode: Optional(504), data: "\\n<!DOCTYPE html>\\n<h3>Gateway Timeout</h3>")',
  'Error: HTTP status code: 500. Internal server error. Request ID: ABC.',
  'Error: HTTP status code: 503. The service is temporarily unavailable.',
  'Error: HTTP status code: 429. Too many requests.',
];

/** Lets `xcrun` answer a command (`submit`, `log`, `validate App.dmg`) with one answer after the other, the last one for good. */
export function answerWith(scene: SigningScene, command: string, ...answers: readonly Answer[]): void {
  answers.forEach(({ out = '', err = '', code = 0 }, index) => {
    for (const [kind, text] of [['out', out], ['err', err], ['code', `${code}`]]) scene.write(`${command}.${index}.${kind}`, text);
  });
  scene.write(`${command}.count`, `${answers.length}`);
}

/** `xcrun` as it is called. */
export const XCRUN = `
command=$2
[ "$1" != stapler ] || command="$2 \${!###*/}"
[ -e "$state/$command.count" ] || { echo "xcrun: error: unable to find $*" >&2; exit 72; }
turn=$(cat "$state/$command.turn" 2>/dev/null || echo 0)
echo $((turn + 1)) >"$state/$command.turn"
last=$(($(cat "$state/$command.count") - 1))
[ "$turn" -le "$last" ] || turn=$last
cat "$state/$command.$turn.out"
cat "$state/$command.$turn.err" >&2
exit "$(cat "$state/$command.$turn.code")"`;
