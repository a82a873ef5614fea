using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web.Components;
using Qingdan.Platform.Web.Requests;

namespace Qingdan.Platform.Web.Idempotency;

/// <summary>
/// A form sent twice, by a double click or once more from a page gone back to, with the same words in it: what it asks for is done once, and both are led to where the first was.
/// Only what led on is kept; a form that was refused may come again.
/// </summary>
internal static class FormOnce
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private const int Looks = 300;

    public static async Task Invoke(HttpContext http, RequestDelegate next)
    {
        if (http.IsApi() || !HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || Actor.From(http.User) is not { } actor || !(await http.Request.ReadFormAsync(http.RequestAborted)).ContainsKey(FormToken.Once))
        {
            await next(http);
            return;
        }
        var key = $"form-{await RequestDigest.Of(http.Request, http.RequestAborted)}";
        for (var looked = 0; looked < Looks; looked++)
        {
            // Only what is free is claimed: who waits looks, and writes nothing.
            var answer = await OnceOnly.With(http, answers => answers.Find(actor.PersonId, key, http.RequestAborted));
            if (answer is null && await OnceOnly.With(http, answers => answers.Claim(actor.PersonId, key, "", http.RequestAborted)))
            {
                await Run(http, next, actor.PersonId, key);
                return;
            }
            if (answer is { Status: > 0 })
            {
                http.Response.Redirect(answer.Location);
                if (answer.Body.Length > 0) http.Response.Headers.Append("Set-Cookie", answer.Body);
                return;
            }
            await Task.Delay(Look, http.RequestAborted);
        }
        await StatusAnswer.Write(http, StatusCodes.Status409Conflict, null);
    }

    // Begun is done to the end: the browser hangs up on the first when the second is sent, and is led to what the first has done.
    private static async Task Run(HttpContext http, RequestDelegate next, long person, string key)
    {
        http.RequestAborted = CancellationToken.None;
        var kept = false;
        try
        {
            await next(http);
            if (http.Response.StatusCode is StatusCodes.Status302Found or StatusCodes.Status303SeeOther)
            {
                var answer = new KeptAnswer("", http.Response.StatusCode, "", http.Response.Headers.Location.ToString(), http.Response.Headers.SetCookie.FirstOrDefault(Flash.Is) ?? "");
                kept = await OnceOnly.With(http, answers => answers.Keep(person, key, answer, CancellationToken.None)) == 1;
            }
        }
        finally
        {
            if (!kept) await OnceOnly.With(http, answers => answers.Free(person, key, CancellationToken.None));
        }
    }
}
