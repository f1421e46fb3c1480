using System.Reflection;

namespace Cosecha.Tests.Fakes;

/// <summary>Ends the process, as far as a test can: one call to a port, counted over all of them, fails, before or after it took effect.</summary>
internal sealed class Faults
{
    private int _calls;

    /// <summary>Number of the call that fails, from 1; 0 for none.</summary>
    public int FailingCall { get; set; }

    /// <summary>Whether the failing call takes effect first.</summary>
    public bool After { get; set; }

    /// <summary>Calls so far.</summary>
    public int Calls => _calls;

    /// <summary>Counts from here on.</summary>
    public void Forget() => _calls = 0;

    /// <summary>The port with the fault in it.</summary>
    public T In<T>(T port)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, Proxy>();
        ((Proxy)(object)proxy).Set(port, this);
        return proxy;
    }

    private void Check(bool after)
    {
        if (after == After && _calls == FailingCall)
        {
            throw new IOException("The process ends here.");
        }
    }

    /// <summary>Open, since the runtime makes a subtype of it for each port.</summary>
#pragma warning disable CA1852
    internal class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        private object _port = null!;
        private Faults _faults = null!;

        public void Set(object port, Faults faults) => (_port, _faults) = (port, faults);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            _faults._calls++;
            _faults.Check(after: false);
            var result = targetMethod!.Invoke(_port, args);
            _faults.Check(after: true);
            return result;
        }
    }
}
