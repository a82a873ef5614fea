using Qingdan.Platform.Database;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Cases.Viewing;
using Qingdan.Workflow.Letters;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow;

public sealed class LetterTests
{
    [Theory, Engines]
    public async Task A_reply_says_what_was_answered_and_its_final_file_is_kept(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        Assert.Equal("workflow.letter.not-yet", (await Compose(world, LetterKind.Reply, world.Provides)).Faults[0].Code);
        _ = (await world.Answer(Verdict.Refuse, "涉及国家安全", "反恐怖主义法", "第一条")).Value;
        Assert.Equal("workflow.letter.not-yet", (await Compose(world, LetterKind.Reply, world.Asks)).Faults[0].Code);
        _ = (await world.Sign()).Value;
        var letter = (await Compose(world, LetterKind.Refusal, world.Asks)).Value;
        Assert.Equal(("示例市住建委", "示例市公安局", "涉及国家安全", "《反恐怖主义法》第一条"), (letter.To, letter.From, letter.Facts["理由1"], letter.Facts["依据2"]));

        Assert.Equal("workflow.case.not-yours", (await Keep(world, letter, world.Asks)).Faults[0].Code);
        Assert.Equal("workflow.letter.altered", (await Keep(world, letter with { Lines = [new(new LetterText("别的理由", "理由1"))] }, world.Provides)).Faults[0].Code);
        Assert.Equal("standards.classification-mark", (await Keep(world, letter with { Number = "机密★5年" }, world.Provides)).Faults.Single().Code);
        Assert.True((await Keep(world, letter with { Title = "告知书（改措辞）" }, world.Provides)).Ok);
        var shown = (await world.Services.With<ShowCase, Result<CaseView>>(s => s.Run(world.Id, Person(world.Asks, Roles.Liaison), default))).Value;
        Assert.Equal(("示公函〔2026〕3 号", 64), (shown.Kept.Single().Number, shown.Kept.Single().Digest.Length));
        Assert.Equal(["Application", "Reply", "Refusal"], shown.Letters.Select(l => l.Kind));
    }

    [Theory, Engines]
    public async Task What_is_missing_stands_in_the_notice_line_by_line(Engine engine)
    {
        await using var world = await CaseWorld.Create(engine);
        _ = (await world.Dispatch()).Value;
        _ = (await world.Missing("业务事项编码\n\n评估报告")).Value;
        var letter = (await Compose(world, LetterKind.Supplement, world.Asks)).Value;
        Assert.Equal(("业务事项编码", "评估报告"), (letter.Facts["材料1"], letter.Facts["材料2"]));
        Assert.Equal("防汛调度时查看点位", (await Compose(world, LetterKind.Application, world.Asks)).Value.Facts["应用场景"]);
    }

    private static Task<Result<Letter>> Compose(CaseWorld world, LetterKind kind, long unit) => world.Services.With<ComposeLetter, Result<Letter>>(c => c.Run(world.Id, kind, Person(unit, Roles.Liaison), default));

    private static async Task<Result<Done>> Keep(CaseWorld world, Letter letter, long unit)
    {
        using var file = new MemoryStream();
        LetterFile.Write(letter, file);
        file.Position = 0;
        return await world.Services.With<KeepLetter, Result<Done>>(k => k.Run(world.Id, LetterKind.Refusal, "示公函〔2026〕3 号", "告知书.docx", file, Person(unit, Roles.Liaison), default));
    }
}
