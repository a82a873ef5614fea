using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Qingdan.Platform.Language;
using Qingdan.Platform.Time;

namespace Qingdan.Platform.Web.Requests;

/// <summary>A bug reaches the person as a number, and the log with the same number and the whole trace.</summary>
internal static class Incidents
{
    /// <summary>Answers a request that threw.</summary>
    public static Task Answer(HttpContext http)
    {
        var error = http.Features.Get<IExceptionHandlerFeature>()!.Error;
        LanguageChoice.Apply(http);
        if (error is BadHttpRequestException lacking && http.IsApi() && MissingInBody.Of(lacking) is { Count: > 0 } missing)
            return ProblemAnswers.From(missing, http.RequestServices.GetRequiredService<Translator>()).ExecuteAsync(http);
        if (error is BadHttpRequestException bad) return StatusAnswer.Write(http, bad.StatusCode, null);
        // A character with code 0, which PostgreSQL keeps in no text and no person types.
        if ((error as PostgresException ?? error.InnerException as PostgresException)?.SqlState == PostgresErrorCodes.CharacterNotInRepertoire) return StatusAnswer.Write(http, StatusCodes.Status400BadRequest, null);
        var number = NewNumber(http.RequestServices.GetRequiredService<TimeProvider>());
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Qingdan.Incident")
            .LogError(error, "{Incident} {Method} {Path}", number, http.Request.Method, http.Request.Path);
        return StatusAnswer.Write(http, StatusCodes.Status500InternalServerError, number);
    }

    /// <summary>E-20261123-7F3A19: the day in Shanghai and a random tail.</summary>
    private static string NewNumber(TimeProvider clock) =>
        $"E-{clock.Today().ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(6)}";
}
