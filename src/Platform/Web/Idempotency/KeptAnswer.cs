namespace Qingdan.Platform.Web.Idempotency;

/// <summary>The answer to a request that carried an <c>Idempotency-Key</c>.</summary>
/// <param name="Request">Digest of address and body.</param>
/// <param name="Status">HTTP status; 0 while the request runs.</param>
/// <param name="ContentType">Media type of the body; empty without one.</param>
/// <param name="Location">Address of what was made; empty for none.</param>
/// <param name="Body">The body as text.</param>
/// <param name="ETag">The version of what was changed; empty when the answer names none.</param>
internal sealed record KeptAnswer(string Request, int Status, string ContentType, string Location, string Body, string ETag = "");
