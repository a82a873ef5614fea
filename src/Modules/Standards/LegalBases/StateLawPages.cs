using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.LegalBases.Importing;

namespace Qingdan.Standards.LegalBases;

/// <summary>The form in which the authority states what became of a law.</summary>
internal static class StateLawPages
{
    public static void Map(IEndpointRouteBuilder write)
    {
        write.MapGet("/{id:long}/state", (long id, LegalBasisBook book, CancellationToken cancel) => Form(id, null, [], book, cancel));
        write.MapPost("/{id:long}/state", Save);
    }

    private static async Task<IResult> Form(long id, IFormCollection? texts, IReadOnlyList<Fault> faults, LegalBasisBook book, CancellationToken cancel)
    {
        if ((await book.Laws(cancel)).FirstOrDefault(l => l.Id == id) is not { } law) return Pages.Problem([LawFaults.Unknown]);
        return faults.Count == 0 ? Pages.Ok<LawStatePage>(new { Law = law }) : Pages.Refused<LawStatePage>(new { Law = law, Texts = texts }, faults);
    }

    private static async Task<IResult> Save(long id, IFormCollection form, StateLaw state, LegalBasisBook book, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var done = await state.Run(id, form.Edit(), new LawStatement(form["state"].ToString(), TypedDay.Read(form["endedOn"]), form["why"].ToString()), actor, cancel);
        if (!done.Ok) return await Form(id, form, done.Faults, book, cancel);
        return flash.Back(http, $"/standards/legal-bases/{id}", t["已登记。以它为依据的负面清单条目到期转定期复核，有关单位会收到通知。"]);
    }
}
