import pytest
import torch

from training import precision


@pytest.fixture
def cpu_with(monkeypatch):
    def change(**capabilities):
        monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: capabilities)
        precision._cpu_has_bf16.cache_clear()

    yield change
    precision._cpu_has_bf16.cache_clear()


@pytest.mark.parametrize("instructions", ["avx512_bf16", "amx_bf16"])
def test_a_processor_with_instructions_for_bf16_multiplies_in_it(cpu_with, instructions):
    cpu_with(avx512_f=True, **{instructions: True})
    assert precision.product_dtype(torch.device("cpu")) is torch.bfloat16


def test_a_processor_that_would_have_to_convert_multiplies_floats(cpu_with):
    cpu_with(avx512_f=True, avx512_bf16=False)
    assert precision.product_dtype(torch.device("cpu")) is torch.float32


def test_a_gpu_multiplies_bf16_whatever_its_host_can_do(cpu_with):
    cpu_with()
    assert precision.product_dtype(torch.device("cuda")) is torch.bfloat16
