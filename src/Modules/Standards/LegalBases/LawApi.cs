using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.LegalBases.Importing;

namespace Qingdan.Standards.LegalBases;

/// <summary>A law with what stands on it.</summary>
internal sealed record LawAnswer(LawRow Law, IReadOnlyList<LawUse> Uses);

/// <summary>A law of the register by API: what stands on it, and what the authority states of it.</summary>
internal static class LawApi
{
    private static readonly Fault NoIfMatch = new("standards.law.if-match", "请用 If-Match 写明读到的版本（ETag）。", "If-Match");

    public static void Map(IEndpointRouteBuilder read, IEndpointRouteBuilder write)
    {
        read.MapGet("/legal-bases/{id:long}", Get).Produces<LawAnswer>().WithSummary("一部法规和以它为依据的记录 / a law and what stands on it");
        write.MapPut("/legal-bases/{id:long}/state", State).Produces(StatusCodes.Status204NoContent).WithSummary("登记废止或修订，须带 If-Match / state that a law was repealed or amended, with If-Match");
    }

    private static async Task<IResult> Get(long id, LegalBasisBook book, FindLawUses uses, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if ((await book.Laws(cancel)).FirstOrDefault(l => l.Id == id) is not { } law) return ProblemAnswers.From([LawFaults.Unknown], t);
        http.Response.Headers.ETag = $"\"{law.Edit}\"";
        return TypedResults.Ok(new LawAnswer(law, await uses.Run(id, law.Name, actor, cancel)));
    }

    private static async Task<IResult> State(long id, LawStatement said, StateLaw state, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        if (!int.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), out var edit)) return ProblemAnswers.From([NoIfMatch], t);
        var done = await state.Run(id, edit, said, actor, cancel);
        return done.Ok ? TypedResults.NoContent() : ProblemAnswers.From(done.Faults, t);
    }
}
