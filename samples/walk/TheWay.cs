using System.Diagnostics;

namespace Qingdan.Samples.Walk;

/// <summary>The whole of it, said on the way.</summary>
internal sealed class TheWay(Uri city, Uri provider)
{
    private readonly Offices _offices = new(city);
    private string[] _caller = [];

    public async Task Go()
    {
        using var running = await Sample.Provider(provider);
        Say("系统管理员允许访问本机 / the system administrator allows this machine");
        await _offices.Allow(provider);
        Say("市公积金中心挂接、试调、启用 / 市公积金中心 mounts, tries and puts in service");
        var service = await _offices.Mount(provider);
        Say("市住建委领取密钥 / 市住建委 takes its secret");
        var (client, secret) = await _offices.TakeSecret();
        _caller = [city.ToString(), client, secret, service];
        Say("大数据中心同意需求 / the data centre grants the demand");
        var grant = await _offices.Grant();
        Say($"放行，{await Until(answered: true):0.0} 秒后 / answered after so many seconds, with what it takes to start the consumer");
        Console.WriteLine((await Call("idNumber=310101198101010001")).Said);
        Say("使用单位想要授权以外的 / the consumer asks for more than was granted");
        Console.WriteLine((await Call("internalRemark=内部备注")).Said);
        await Suspend(grant);
        Say($"看使用情况和调用记录 / what was used: {city}exchange/usage, {city}exchange/calls");
    }

    private async Task Suspend(string grant)
    {
        await _offices.Move(grant, "suspend", "夜间大量调用，与申请的场景不符。");
        Say($"暂停，{await Until(answered: false):0.0} 秒后拒绝 / suspended and refused after so many seconds");
        Console.WriteLine((await Call()).Said);
        await _offices.Move(grant, "resume", "已说明情况。");
        Say($"恢复，{await Until(answered: true):0.0} 秒后放行 / resumed and answered after so many seconds");
    }

    private Task<(bool Answered, string Said)> Call(params string[] further) => Sample.Consume([.. _caller, .. further]);

    private async Task<double> Until(bool answered)
    {
        var clock = Stopwatch.StartNew();
        for (var call = await Call(); call.Answered != answered; call = await Call())
            if (clock.Elapsed > TimeSpan.FromSeconds(20)) throw new InvalidOperationException($"Nothing came of it: {call.Said}");
        return clock.Elapsed.TotalSeconds;
    }

    private static void Say(string what) => Console.WriteLine($"== {what}");
}
