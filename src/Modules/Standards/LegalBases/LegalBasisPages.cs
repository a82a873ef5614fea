using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.LegalBases.Importing;

namespace Qingdan.Standards.LegalBases;

/// <summary>Pages of 法律依据: the register, a law, and what the authority imports.</summary>
internal static class LegalBasisPages
{
    private const int MostQuery = 100, MostImports = 50;

    public static void Map(IEndpointRouteBuilder read, IEndpointRouteBuilder write)
    {
        read.MapGet("/legal-bases", Search);
        read.MapGet("/legal-bases/{id:long}", Law);
        StateLawPages.Map(write);
        write.MapGet("/imports", async (Store store, CancellationToken cancel) => Pages.Ok<LawUploadPage>(new { Imports = await Imports(store, cancel) }));
        write.MapPost("/imports", Upload).TakesFiles();
        write.MapGet("/imports/{id:long}", (long id, CompareLaws compare, CancellationToken cancel) => Difference(id, [], compare, cancel));
        write.MapPost("/imports/{id:long}", Take);
    }

    private static async Task<IResult> Search(HttpContext http, string? q, LegalBasisBook book, Actor actor, CancellationToken cancel)
    {
        var query = (q ?? "").Trim();
        if (query.Length > MostQuery) query = query[..MostQuery];
        var here = new QueryState(http);
        var state = Enum.TryParse<LawState>(here["state"], out var chosen) && Enum.IsDefined(chosen) ? chosen : (LawState?)null;
        var words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var laws = (await book.Laws(cancel)).Where(l => (state is null || l.State == state) && Array.TrueForAll(words, w => l.Name.Contains(w, StringComparison.Ordinal) || l.Number.Contains(w, StringComparison.Ordinal))).ToList();
        return Pages.Ok<LegalBasesPage>(new
        {
            Query = query, State = here["state"] ?? "", Page = here.Page, Total = laws.Count, MayImport = actor.Is(Roles.Authority),
            Laws = (IReadOnlyList<LawRow>)[.. laws.Skip((here.Page - 1) * LegalBasesPage.Size).Take(LegalBasesPage.Size)],
            Found = query.Length == 0 ? [] : await book.Search(query, LegalBasesPage.Most, cancel, state: state),
        });
    }

    private static async Task<IResult> Law(long id, LegalBasisBook book, FindLawUses uses, Actor actor, CancellationToken cancel)
    {
        var laws = await book.Laws(cancel);
        return laws.FirstOrDefault(l => l.Id == id) is { } law
            ? Pages.Ok<LawPage>(new { Law = law, Successor = laws.FirstOrDefault(l => l.Id == law.SuccessorId), Clauses = await book.Clauses(id, cancel), Uses = await uses.Run(id, law.Name, actor, cancel), MayState = actor.Is(Roles.Authority) })
            : Pages.Problem([LawFaults.Unknown]);
    }

    private static async Task<IResult> Upload(IFormFile? file, ReceiveLaws receive, Store store, Actor actor, CancellationToken cancel)
    {
        if (file is null) return Pages.Refused<LawUploadPage>(new { Imports = await Imports(store, cancel) }, [LawFaults.NoFile]);
        await using var content = file.OpenReadStream();
        var received = await receive.Run(file.FileName, content, actor, cancel);
        return received.TryGet(out var id) ? Results.LocalRedirect($"/standards/legal-bases/imports/{id}") : Pages.Refused<LawUploadPage>(new { Imports = await Imports(store, cancel) }, received.Faults);
    }

    private static async Task<IResult> Difference(long id, IReadOnlyList<Fault> faults, CompareLaws compare, CancellationToken cancel)
    {
        var compared = await compare.Run(id, cancel);
        if (!compared.TryGet(out var now)) return Pages.Problem(compared.Faults);
        var parameters = new { Import = View(now.Import), now.Changes, now.Digest };
        return faults.Count == 0 ? Pages.Ok<LawDifferencePage>(parameters) : Pages.Refused<LawDifferencePage>(parameters, faults);
    }

    private static async Task<IResult> Take(long id, IFormCollection form, TakeLaws take, CompareLaws compare, Flash flash, Translator t, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var taken = await take.Run(id, form["digest"].ToString(), actor, cancel);
        if (!taken.Ok) return taken.Faults.Contains(LawFaults.NotFound) ? Pages.Problem(taken.Faults) : await Difference(id, taken.Faults, compare, cancel);
        return flash.Back(http, "/standards/legal-bases", t["已导入依据库。已引用旧条文的条目不受影响。"]);
    }

    private static async Task<IReadOnlyList<LawImportView>> Imports(Store store, CancellationToken cancel) =>
        (await store.Set<LawImport>().AsNoTracking().OrderByDescending(i => i.Id).Take(MostImports).ToListAsync(cancel)).ConvertAll(View);

    private static LawImportView View(LawImport i) => new(i.Id, i.FileName, i.UploadedBy, i.UploadedAt, i.TakenBy, i.TakenAt, i.Added, i.Changed);
}

/// <summary>An import as pages show it.</summary>
public sealed record LawImportView(long Id, string File, string UploadedBy, DateTimeOffset UploadedAt, string TakenBy, DateTimeOffset? TakenAt, int Added, int Changed);
