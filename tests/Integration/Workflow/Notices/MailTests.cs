using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Integration.Lists;
using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Clocks;
using Qingdan.Workflow.Notices;
using Qingdan.Workflow.Notices.Deliveries;
using Qingdan.Workflow.Notices.Reading;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Workflow.Notices;

/// <summary>Mail over a real server on loopback.</summary>
public sealed class MailTests
{
    [Theory, Engines]
    public async Task What_is_not_urgent_is_gathered_into_one_mail_a_morning_and_what_is_overdue_goes_at_once(Engine engine)
    {
        await using var server = MailServer.Start();
        await using var world = await City(engine, server.Port);
        var liaison = await world.Services.Hire("何志强", world.Provides, Roles.Liaison, "he@example.cn");
        _ = (await world.Dispatch()).Value;
        _ = (await world.Missing()).Value;
        _ = (await world.Supplement()).Value;
        await world.Services.With<GatherMail>(g => g.Run(default));
        await Jobs(world.Services);
        Assert.Empty(server.Mails);

        world.Services.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 0, 30, 0, TimeSpan.Zero));
        await world.Services.With<GatherMail>(g => g.Run(default));
        await world.Services.With<GatherMail>(g => g.Run(default));
        await Jobs(world.Services);
        var mail = Assert.Single(server.Mails);
        Assert.Equal("he@example.cn", mail.To.Mailboxes.Single().Address);
        // Three happenings, of which he made one himself under another number.
        Assert.Equal((await world.Services.Told(liaison)).Count, mail.TextBody!.Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal)));
        Assert.Contains("视频监控点位", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("https://qingdan.example/workflow/cases/", mail.TextBody, StringComparison.Ordinal);
        Assert.All(await world.Services.Told(liaison), n => Assert.Equal(MailState.Gathered, n.Mail));

        world.Services.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 20, 4, 0, 0, TimeSpan.Zero));
        await world.Services.With<WatchTerms>(w => w.Run(default));
        await Jobs(world.Services);
        Assert.Equal(2, server.Mails.Count);
        Assert.Contains("超期", server.Mails.Last().Subject, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Whoever_wants_it_at_once_in_English_gets_it_so_and_whoever_wants_none_gets_none(Engine engine)
    {
        await using var server = MailServer.Start();
        await using var world = await City(engine, server.Port);
        var (liaison, head) = (await world.Services.Hire("何志强", world.Provides, Roles.Liaison, "he@example.cn"), await world.Services.Hire("高峰", world.Provides, Roles.UnitHead, "gao@example.cn"));
        Assert.Equal(["workflow.settings.mode", "workflow.settings.language"], (await Set(liaison, "often", "fr")).Faults.Select(f => f.Code));
        Assert.True((await Set(liaison, nameof(MailMode.AtOnce), "en")).Ok);
        Assert.True((await Set(head, nameof(MailMode.None), "zh")).Ok);
        _ = (await world.Dispatch()).Value;
        await Jobs(world.Services);
        Assert.StartsWith("[Qingdan] It is your turn", Assert.Single(server.Mails).Subject, StringComparison.Ordinal);
        Assert.Equal([MailState.None], (await world.Services.Told(head)).Select(n => n.Mail));

        Task<Result<Done>> Set(Actor actor, string mode, string language) => world.Services.With<SaveSettings, Result<Done>>(s => s.Run(mode, language, actor, default));
    }

    [Theory, Engines]
    public async Task With_a_dead_server_the_case_goes_on_the_mail_is_tried_again_and_in_the_end_a_person_may_have_it_tried(Engine engine)
    {
        var port = FreePort.Next();
        await using var world = await City(engine, port);
        var services = world.Services;
        var liaison = await services.Hire("何志强", world.Provides, Roles.Liaison, "he@example.cn");
        Assert.True((await services.With<SaveSettings, Result<Done>>(s => s.Run(nameof(MailMode.AtOnce), "zh", liaison, default))).Ok);
        Assert.True((await world.Dispatch()).Ok);
        Assert.Equal(CaseState.ToAnswer, (await world.Case()).State);
        await Jobs(services);
        var first = await Only(services);
        Assert.Equal((DeliveryState.Waiting, 1, "连不上邮件服务器：{0}"), (first.State, first.Attempts, first.Problem));
        Assert.InRange(first.NextAt!.Value - services.Clock.GetUtcNow(), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1));
        await Jobs(services);
        Assert.Equal(1, (await Only(services)).Attempts);
        for (var i = 0; i < Deliver.Most; i++)
        {
            services.Clock.Advance(TimeSpan.FromHours(5));
            await Jobs(services);
        }
        Assert.Equal((DeliveryState.Failed, Deliver.Most, null), ((await Only(services)).State, (await Only(services)).Attempts, (await Only(services)).NextAt));

        await using var server = MailServer.Start(port);
        Assert.Equal("workflow.delivery.not-found", (await services.With<RetryDelivery, Result<Done>>(r => r.Run(first.Id, liaison, default))).Faults[0].Code);
        Assert.True((await services.With<RetryDelivery, Result<Done>>(r => r.Run(first.Id, Authority, default))).Ok);
        await Jobs(services);
        Assert.Equal(DeliveryState.Sent, (await Only(services)).State);
        Assert.Single(server.Mails);
    }

    [Theory, Engines]
    public async Task Without_a_server_nothing_waits_and_what_was_read_is_not_mailed(Engine engine)
    {
        await using var bare = await CaseWorld.Create(engine);
        var reader = await bare.Services.Hire("何志强", bare.Provides, Roles.Liaison, "he@example.cn");
        _ = (await bare.Dispatch()).Value;
        Assert.Equal([MailState.None], (await bare.Services.Told(reader)).Select(n => n.Mail));

        await using var world = await City(engine, FreePort.Next());
        var liaison = await world.Services.Hire("何志强", world.Provides, Roles.Liaison, "he@example.cn");
        _ = (await world.Dispatch()).Value;
        Assert.Equal([MailState.Waiting], (await world.Services.Told(liaison)).Select(n => n.Mail));
        _ = (await world.Services.With<ReadNotices, Result<int>>(r => r.Run([], liaison, default))).Value;
        Assert.Equal([MailState.None], (await world.Services.Told(liaison)).Select(n => n.Mail));
    }

    internal static async Task Jobs(TestServices services)
    {
        await using var scope = services.Scope();
        await scope.ServiceProvider.GetRequiredService<JobRunner>().RunDue(default);
    }

    private static Task<Delivery> Only(TestServices services) => services.With<Store, Delivery>(s => s.Set<Delivery>().AsNoTracking().SingleAsync());

    private static Task<CaseWorld> City(Engine engine, int port) => CaseWorld.Create(engine, services => services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{port}", ["Mail:Tls"] = "None", ["Mail:From"] = "qingdan@example.cn", ["Mail:Site"] = "https://qingdan.example",
    }).Build()));
}
