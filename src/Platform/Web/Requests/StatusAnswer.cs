using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web.Components;

namespace Qingdan.Platform.Web.Requests;

/// <summary>What a bare status becomes: a page that says what to do, a problem for programs, the sign-in page for visitors.</summary>
internal static class StatusAnswer
{
    /// <summary>For answers without a body.</summary>
    public static Task Fill(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (http.Response.StatusCode != StatusCodes.Status401Unauthorized || http.IsApi()) return Write(http, http.Response.StatusCode, null);
        var back = HttpMethods.IsGet(http.Request.Method) ? $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}" : "/";
        http.Response.Redirect($"/sign-in?return={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }

    /// <summary>Writes the page or the problem with the status and, for a bug, the number under which it was logged.</summary>
    public static Task Write(HttpContext http, int status, string? incident)
    {
        if (!http.IsApi()) return new RazorComponentResult<ProblemPage>(new { Status = status, Incident = incident }) { StatusCode = status }.ExecuteAsync(http);
        var t = http.RequestServices.GetRequiredService<Translator>();
        var fields = new Dictionary<string, object?> { ["code"] = $"http.{status}" };
        if (incident is not null) fields["incident"] = incident;
        return TypedResults.Problem(t[ProblemPage.HeadingOf(status)], statusCode: status, extensions: fields).ExecuteAsync(http);
    }
}
