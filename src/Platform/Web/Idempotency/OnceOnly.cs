using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web.Requests;

namespace Qingdan.Platform.Web.Idempotency;

/// <summary>
/// A program that got no answer sends its POST again with the same <c>Idempotency-Key</c>: what was asked is done once, and answered as the first time.
/// Server errors are not kept, and nothing of a request that everybody may send: a sign-in holds a password. PUT and DELETE need no key: they name the state they change, or do nothing twice.
/// </summary>
internal static class OnceOnly
{
    private const string Header = "Idempotency-Key", Replayed = "Idempotency-Replayed";
    private const int MostKey = 100;

    private static readonly Fault TooLong = new("api.idempotency.key", "Idempotency-Key 不超过 {0} 个字符。", Header, FaultKind.Invalid, MostKey);
    private static readonly Fault Other = new("api.idempotency.other-request", "这个 Idempotency-Key 已用于另一个请求，请换一个。", Header);
    private static readonly Fault Running = new("api.idempotency.running", "带这个 Idempotency-Key 的请求还在办理，或中途断了：请先查询结果再决定是否换一个键重发。", Header, FaultKind.Conflict);

    public static async Task Invoke(HttpContext http, RequestDelegate next)
    {
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0 || !http.IsApi() || !HttpMethods.IsPost(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null || Actor.From(http.User) is not { } actor)
        {
            await next(http);
            return;
        }
        if (key.Length > MostKey)
        {
            await Refuse(http, TooLong);
            return;
        }
        var request = await RequestDigest.Of(http.Request, http.RequestAborted);
        if (await With(http, answers => answers.Claim(actor.PersonId, key, request, http.RequestAborted))) await Run(http, next, actor.PersonId, key, request);
        else await Again(http, await With(http, answers => answers.Find(actor.PersonId, key, http.RequestAborted)), request);
    }

    /// <summary>Its own unit of work: the request's may roll back. No connection is held while the request runs.</summary>
    public static async Task<T> With<T>(HttpContext http, Func<KeptAnswers, Task<T>> use)
    {
        await using var scope = http.RequestServices.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<KeptAnswers>());
    }

    private static async Task Run(HttpContext http, RequestDelegate next, long person, string key, string request)
    {
        var outside = http.Response.Body;
        using var body = new MemoryStream();
        http.Response.Body = body;
        var kept = false;
        // Begun is done to the end: a program that hung up half-way asks again, and must find what was done.
        http.RequestAborted = CancellationToken.None;
        try
        {
            await next(http);
            // The change is made: its answer is kept though the program may have hung up.
            if (http.Response.StatusCode < StatusCodes.Status500InternalServerError)
            {
                var answer = new KeptAnswer(request, http.Response.StatusCode, http.Response.ContentType ?? "", http.Response.Headers.Location.ToString(), Encoding.UTF8.GetString(body.ToArray()), http.Response.Headers.ETag.ToString());
                kept = await With(http, answers => answers.Keep(person, key, answer, CancellationToken.None)) == 1;
            }
        }
        finally
        {
            http.Response.Body = outside;
            if (!kept) await With(http, answers => answers.Free(person, key, CancellationToken.None));
        }
        body.Position = 0;
        await body.CopyToAsync(outside, http.RequestAborted);
    }

    private static async Task Again(HttpContext http, KeptAnswer? answer, string request)
    {
        if (answer is null or { Status: 0 })
        {
            await Refuse(http, answer is null || answer.Request == request ? Running : Other);
            return;
        }
        if (answer.Request != request)
        {
            await Refuse(http, Other);
            return;
        }
        http.Response.StatusCode = answer.Status;
        http.Response.Headers[Replayed] = "true";
        if (answer.Location.Length > 0) http.Response.Headers.Location = answer.Location;
        if (answer.ETag.Length > 0) http.Response.Headers.ETag = answer.ETag;
        if (answer.ContentType.Length > 0) http.Response.ContentType = answer.ContentType;
        if (answer.Body.Length > 0) await http.Response.WriteAsync(answer.Body, http.RequestAborted);
    }

    private static Task Refuse(HttpContext http, Fault fault) => ProblemAnswers.From([fault], http.RequestServices.GetRequiredService<Translator>()).ExecuteAsync(http);
}
